"""The desk: pages and an API that show a record, and change nothing.

    create_app(store, token=None, check_host=True) -> FastAPI

`held` keeps the derived record in memory; `security` and `etags` stand before everything; `paging` makes a page's
three forms (HTML, `.json`, `.csv`) of one function; `pages/` holds those functions; `api` the JSON under `/api/v1`.
FastAPI is imported nowhere else in Parley.
"""
