from home.models.alerts import Alert
from home.models.articles import ArticleIndexPage, ArticlePage
from home.models.home_page import HomePage

__all__ = ["Alert", "ArticleIndexPage", "ArticlePage", "HomePage"]
