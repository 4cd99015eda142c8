"""The ways out: each function reads one resource or one page of them, in one statement."""
