"""The pages room: whatever the press comes in becomes an `Article` with zones and, where the page gives it, a date."""

from banggiao.pages.load import ENDINGS, article_from_bytes, article_from_html, article_from_text, load

__all__ = ["ENDINGS", "article_from_bytes", "article_from_html", "article_from_text", "load"]
