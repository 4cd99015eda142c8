"""Rules that find who is named in a document and who said what; data in, values out."""
