"""Which articles report one event (`stories`), which are copies of one text (`copies`); for articles about anything.

No model and no network: words weighed by how rare they are, the days that articles name, and shared runs of words.
"""

from banggiao.coverage.stories import Story, StoryArticle, group

__all__ = ["Story", "StoryArticle", "group"]
