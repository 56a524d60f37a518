"""The same reading over many articles: one machine's cores, or a Ray cluster.

    sources ──▶ batches ──▶ schedule ──▶ engine (local, Ray) ──▶ run (folder of Parquet, register)

`banggiao.read_many` and `banggiao.scan` are this room's front for Python, `banggiao bulk` for the command line.
"""
