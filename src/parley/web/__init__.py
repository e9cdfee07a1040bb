"""The desk: pages and an API that show a record, and let people rule on it and read into it where they may.

    create_app(store, token=None, edit=False, ready=None) -> FastAPI

`held` keeps the derived record in memory; `security` and `etags` stand before everything; `paging` makes a page's
three forms (HTML, `.json`, `.csv`) of one function; `pages/` holds those functions; `api` and `api_pages` the JSON
under `/api/v1`. What changes the record: `forms` and `sessions` (only from a page of this desk), `deciding` (rulings),
`reading` with `jobs` (articles, in a process of their own). FastAPI is imported nowhere else in Parley.
"""
