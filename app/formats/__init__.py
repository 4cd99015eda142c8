"""What goes out: one file a format, each a pure function of values."""
