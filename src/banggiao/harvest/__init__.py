"""The harvest: what feeds, sitemaps and pages have new goes into the register, and what is dropped into a folder."""
