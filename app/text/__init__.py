"""From what came in to the fixed text: read, clean, split."""
