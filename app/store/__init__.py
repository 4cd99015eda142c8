"""All SQL: the tables, the way in (saving) and the ways out (queries)."""
