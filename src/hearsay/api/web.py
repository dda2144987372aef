"""The addresses, and what answers at each: the only module that imports Starlette (ASGI).

Starlette without FastAPI: the forms of questions and answers are msgspec records already, which check what is asked, encode
what is answered and describe the API; models of pydantic would say all of it a second time.
"""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache, partial
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

import msgspec

from hearsay.api.answers import LISTS, ONES, Endpoint, count_all
from hearsay.api.asked import TextAsked, read_asked
from hearsay.api.claim_page import draw_file
from hearsay.api.guard import Guard
from hearsay.api.judging import (
    COOKIE,
    check_same_origin,
    find_judge,
    keep,
    read_bearer,
    read_form,
    read_judgement,
)
from hearsay.api.openapi import ROOT, describe
from hearsay.api.pages import PAGES, PageAddress
from hearsay.api.problems import Problem
from hearsay.api.reading import Reader
from hearsay.api.relinking import Relinker
from hearsay.api.rendering import write_csv, write_json, write_one
from hearsay.api.report_page import find_words
from hearsay.api.service import ServeSettings, Service
from hearsay.api.templates import render
from hearsay.api.words import choose_language, load_languages
from hearsay.errors import MissingExtra, SettingsError
from hearsay.ledger import Ledger
from hearsay.ledger.pages import Slice
from hearsay.records import Record
from hearsay.views.picture import style

try:
    from starlette.applications import Starlette
    from starlette.exceptions import HTTPException
    from starlette.middleware import Middleware
    from starlette.middleware.gzip import GZipMiddleware
    from starlette.requests import Request
    from starlette.responses import RedirectResponse, Response
    from starlette.routing import Route
except ImportError as error:
    raise MissingExtra("hearsay serve", "serve") from error

log = logging.getLogger("hearsay.api")
_STATIC = {"page.css": "text/css", "page.js": "text/javascript", "icon.svg": "image/svg+xml"}
_SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # a picture's own style, and nothing else
_MONTH = 30 * 24 * 3600


class House:
    """What lives as long as the server: the ledger's service, the reader of texts, and the linking after judgements."""

    def __init__(self, settings: ServeSettings) -> None:
        """Take the settings."""
        self.settings = settings
        self.service = Service(settings)
        self.reader = Reader(settings.read_seconds)
        self.relinker = Relinker(settings.ledger)

    def close(self) -> None:
        """End all of it."""
        self.reader.stop()
        self.relinker.stop()
        self.service.close()


class Visitor(Record, frozen=True):
    """Who looks at a page: in which language, at which address, and whether they may judge."""

    code: str
    path: str
    query: str
    may_judge: bool
    by: str | None
    is_linking: bool


def make_app(settings: ServeSettings) -> Starlette:
    """Make the server's application."""
    house = House(settings)

    @asynccontextmanager
    async def live(_: Starlette) -> AsyncIterator[None]:
        yield
        house.close()

    guard = Middleware(Guard, settings=settings)
    gzip = Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    handlers: Any = {Problem: _tell, SettingsError: _tell_settings, HTTPException: _tell_http, Exception: _tell_failure}
    app = Starlette(routes=_routes(), middleware=[guard, gzip], exception_handlers=handlers, lifespan=live)
    app.state.house = house
    return app


def _routes() -> list[Route]:
    """List the addresses."""
    api = [Route(f"{ROOT}/{one.path}", partial(_list, one)) for one in LISTS]
    api += [Route(f"{ROOT}/{one.path}/{{identity:path}}", partial(_one, one)) for one in ONES]
    posts = [
        Route(f"{ROOT}/judgements", _judge_by_program, methods=["POST"]),
        Route(f"{ROOT}/read", _read, methods=["POST"]),
        Route("/judge", _judge_by_form, methods=["POST"]),
        Route("/sign-in", _sign_in, methods=["POST"]),
        Route("/sign-out", _sign_out, methods=["POST"]),
    ]
    fixed = [Route(f"/static/{name}", partial(_static, name)) for name in _STATIC]
    fixed += [Route("/openapi.json", _openapi), Route("/sign-in", _sign_in_page)]
    fixed += [Route("/claims/{identity:path}/graph.svg", _picture), Route("/statements/{identity:path}", _statement)]
    return [*posts, *api, *fixed, *(Route(one.path, partial(_page, one)) for one in PAGES)]


def _house(request: Request) -> House:
    house: House = request.app.state.house
    return house


def _identity(request: Request) -> str:
    identity: str = request.path_params["identity"]
    return identity


async def _list(endpoint: Endpoint, request: Request) -> Response:
    """Answer with a list."""
    asked = read_asked(endpoint.asked, request.query_params)

    def find(ledger: Ledger) -> bytes:
        found: Slice[Any] = endpoint.answer(ledger, asked)
        return write_csv(found.items, asked.fields) if asked.format == "csv" else write_json(found, asked)

    body = await _house(request).service.ask(find)
    if asked.format == "csv":
        named = {"content-disposition": f'attachment; filename="{endpoint.path}.csv"'}
        return _respond(request, body, "text/csv; charset=utf-8", named)
    return _respond(request, body, "application/json")


async def _one(endpoint: Endpoint, request: Request) -> Response:
    """Answer with one thing."""
    asked = read_asked(endpoint.asked, request.query_params)
    identity = _identity(request)
    body = await _house(request).service.ask(lambda ledger: write_one(endpoint.answer(ledger, identity), asked))
    return _respond(request, body, "application/json")


async def _page(page: PageAddress, request: Request) -> Response:
    """Answer with a page."""
    given = {name: value for name, value in request.query_params.items() if name not in ("ui", "kept")}
    asked = read_asked(page.asked, given)
    identities = [_identity(request)] if "identity" in request.path_params else []
    token = request.cookies.get(COOKIE)
    house = _house(request)

    def gather(ledger: Ledger) -> str:
        by = ledger.tokens.owner(token) if token and house.settings.allow_judging else None
        context = page.gather(ledger, asked, *identities) | _machine(page, identities, given)
        return _render(page.template, context, _visitor(request, by))

    body = (await house.service.ask(gather)).encode("utf8", "replace")
    return _with_language(request, _respond(request, body, "text/html; charset=utf-8"))


def _machine(page: PageAddress, identities: list[str], given: dict[str, str]) -> dict[str, str]:
    """Give the addresses of the same as JSON and CSV."""
    kept = urlencode({name: value for name, value in given.items() if name not in ("by", "start", "beside")})
    named = quote(identities[0].encode("utf8", "surrogatepass"), safe="") if identities else ""
    json = f"{ROOT}/{page.json}{named}" + (f"?{kept}" if kept and not identities else "")
    csv = f"{ROOT}/{page.csv}{named}"
    csv += ("&" if "?" in csv else "?") + urlencode({"format": "csv"}) + (f"&{kept}" if kept and not identities else "")
    return {"as_json": json, "as_csv": csv}


def _visitor(request: Request, by: str | None) -> Visitor:
    house = _house(request)
    accepts = request.headers.get("accept-language", "")
    code = choose_language(request.query_params.get("ui"), request.cookies.get("ui"), accepts)
    query = urlencode([(name, value) for name, value in request.query_params.multi_items() if name != "ui"])
    return Visitor(code, request.url.path, query, house.settings.allow_judging, by, house.relinker.is_running)


def _render(template: str, context: dict[str, Any], visitor: Visitor) -> str:
    language = load_languages()[visitor.code]
    frame = {"visitor": visitor, "l": language, "t": language.words, "languages_of_ui": load_languages()}
    plain = {"as_json": None, "as_csv": None, "version": version("hearsay"), "kept": "kept=1" in visitor.query}
    return render(template, plain | frame | context)


def _with_language(request: Request, response: Response) -> Response:
    """Keep the language that was asked for."""
    response.headers["vary"] = "Accept-Language, Cookie"
    if (code := request.query_params.get("ui")) in load_languages():
        response.set_cookie("ui", code or "", max_age=12 * _MONTH, samesite="lax", httponly=True)
    return response


def _respond(request: Request, body: bytes, media_type: str, headers: dict[str, str] | None = None) -> Response:
    """Answer with a body, or say that the visitor has it already (RFC 9110, 13.1.2)."""
    etag = f'W/"{blake2b(body, digest_size=12).hexdigest()}"'
    told = {"etag": etag, "cache-control": "no-cache", **(headers or {})}
    if etag in request.headers.get("if-none-match", "").split(", "):
        return Response(status_code=304, headers=told)
    return Response(body, media_type=media_type, headers=told)


async def _picture(request: Request) -> Response:
    """Answer with the picture of a claim as a file."""
    identity = _identity(request)
    drawn = await _house(request).service.ask(lambda ledger: draw_file(ledger, identity))
    headers = {"content-security-policy": _SVG_POLICY}
    if "save" in request.query_params:
        headers["content-disposition"] = 'attachment; filename="claim.svg"'
    return _respond(request, drawn.encode("utf8", "replace"), "image/svg+xml", headers)


async def _statement(request: Request) -> Response:
    """Lead to a statement's words in their report."""
    identity = _identity(request)
    return RedirectResponse(await _house(request).service.ask(lambda ledger: find_words(ledger, identity)), 303)


async def _static(name: str, request: Request) -> Response:
    return _respond(request, _load_static(name), _STATIC[name], {"cache-control": "max-age=3600"})


@cache
def _load_static(name: str) -> bytes:
    body = (files("hearsay.api") / "static" / name).read_bytes()
    return body + style().encode() if name == "page.css" else body


async def _openapi(request: Request) -> Response:
    return _respond(request, describe(), "application/json")


async def _read(request: Request) -> Response:
    """Read a text that was sent."""
    try:
        asked = msgspec.json.decode(await request.body(), type=TextAsked)
    except msgspec.MsgspecError as error:
        raise Problem(422, "The text cannot be read", f'{error}. Send JSON: {{"text": …}}.') from error
    house = _house(request)
    reading = await house.service.work(partial(house.reader.read, asked))
    return Response(msgspec.json.encode(reading), media_type="application/json")


def _may_judge(house: House) -> None:
    if not house.settings.allow_judging:
        raise Problem(403, "This server only shows", "start it with --allow-judging to judge here.")


async def _judge_by_program(request: Request) -> Response:
    """Keep the judgement of a program that shows a token; cookies do not count here."""
    house = _house(request)
    _may_judge(house)
    token = read_bearer(request.headers)
    by = await house.service.ask(lambda ledger: find_judge(ledger, token))
    try:
        given = msgspec.json.decode(await request.body())
    except msgspec.MsgspecError as error:
        raise Problem(422, "The judgement cannot be read", f"{error}. Send JSON.") from error
    asked = read_judgement(given)
    judgement = await house.service.write(lambda ledger: keep(ledger, asked, by))
    house.relinker.start()
    return Response(msgspec.json.encode(judgement), 201, media_type="application/json")


async def _judge_by_form(request: Request) -> Response:
    """Keep the judgement of a person, and lead back to the page."""
    house = _house(request)
    _may_judge(house)
    check_same_origin(request.headers)
    form = read_form(await request.body())
    back = _back(form.pop("back", "/"))
    token = request.cookies.get(COOKIE)
    if not token:
        return RedirectResponse(f"/sign-in?{urlencode({'back': back})}", 303)
    by = await house.service.ask(lambda ledger: find_judge(ledger, token))
    asked = read_judgement(form)
    await house.service.write(lambda ledger: keep(ledger, asked, by))
    house.relinker.start()
    return RedirectResponse(f"{back}?kept=1", 303)


async def _sign_in_page(request: Request) -> Response:
    """Show where a token is given."""
    return await _show_sign_in(request, _back(request.query_params.get("back", "/")), 200)


async def _sign_in(request: Request) -> Response:
    """Keep a token that is somebody's in a cookie."""
    house = _house(request)
    _may_judge(house)
    check_same_origin(request.headers)
    form = read_form(await request.body())
    back, token = _back(form.get("back", "/")), form.get("token", "").strip()
    if await house.service.ask(lambda ledger: ledger.tokens.owner(token)) is None:
        return await _show_sign_in(request, back, 401)
    response = RedirectResponse(back, 303)
    is_safe = request.url.scheme == "https"
    response.set_cookie(COOKIE, token, max_age=_MONTH, httponly=True, samesite="strict", secure=is_safe)
    return response


async def _sign_out(request: Request) -> Response:
    """Forget the token."""
    check_same_origin(request.headers)
    response = RedirectResponse("/", 303)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return response


async def _show_sign_in(request: Request, back: str, status: int) -> Response:
    context = {"back": back, "is_wrong": status == 401, "total": await _house(request).service.ask(count_all)}
    return Response(_render("sign_in.html", context, _visitor(request, None)), status, media_type="text/html")


def _back(asked: str) -> str:
    """Lead back only to an address of ours, without its question."""
    path = asked.split("?")[0].split("#")[0]
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() else "/"


async def _tell(request: Request, error: Exception) -> Response:
    """Tell what went wrong: to programs as a problem, to people as a page."""
    problem = error if isinstance(error, Problem) else Problem(500, "That failed", "try again.")
    trouble = problem.trouble
    headers = {"retry-after": str(problem.retry_after)} if problem.retry_after else {}
    if trouble.status == 401:
        headers["www-authenticate"] = "Bearer"
    if request.url.path.startswith("/api/") or request.url.path == "/openapi.json":
        return Response(msgspec.json.encode(trouble), trouble.status, headers, "application/problem+json")
    page = _render("trouble.html", {"trouble": trouble}, _visitor(request, None))
    return Response(page.encode("utf8", "replace"), trouble.status, headers, "text/html; charset=utf-8")


async def _tell_settings(request: Request, error: Exception) -> Response:
    return await _tell(request, Problem(400, "A parameter cannot be used", str(error)))


async def _tell_http(request: Request, error: Exception) -> Response:
    """Tell of an address that is none, or of a method that is not answered there."""
    status = getattr(error, "status_code", 500)
    if status == 405:
        return await _tell(request, Problem(405, "That cannot be done here", "/openapi.json tells what can."))
    return await _tell(request, Problem(404, "There is nothing here", "/ and /openapi.json tell what there is."))


async def _tell_failure(request: Request, error: Exception) -> Response:
    log.error("a mistake of the server at %s", request.url.path, exc_info=error)
    return await _tell(request, Problem(500, "That is a mistake of hearsay", "please report it; the log says more."))
