"""Pages out: the catalogue as a site. Pure functions; MkDocs is one way to dress them.

plan    Catalogue -> Pages: what pages there are, and what stands on each
render  Page -> HTML body (Jinja, autoescape)
assets  Catalogue -> generated files that are not pages (search index, robots.txt)

Nothing is imported here: who dresses pages (MkDocs' process) needs no more than the mould.
"""
