"""Words beside words: what became of a text in another, and where asked words stand in one."""
