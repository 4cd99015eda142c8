"""Two texts side by side: what became of the words of the one in the other."""
