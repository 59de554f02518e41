"""Pages out: the catalogue as a site. Pure functions; MkDocs is one way to dress them.

plan    Catalogue -> Pages: what pages there are, and what stands on each
render  Page -> HTML body (Jinja, autoescape)
assets  Catalogue -> generated files that are not pages (search index, robots.txt)
"""

from disclosure.pages.assets import assets
from disclosure.pages.page import Page
from disclosure.pages.plan import plan
from disclosure.pages.render import render

__all__ = ["Page", "assets", "plan", "render"]
