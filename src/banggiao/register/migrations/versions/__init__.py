"""One file a version of the tables; each spells its tables out, since `schema.py` moves on."""
