"""What others made runs from this machine alone, under the pages' policy."""

from __future__ import annotations

from reportedly.web.assets import assets
from tests.browser.screens import Screen

BOX = """
const box = document.createElement("div");
box.style.cssText = "position: relative; width: 600px; height: 300px";
document.getElementById("main").prepend(box);
"""
MAP = (
    """async ([script, style, outlines]) => {"""
    + BOX
    + """
    const link = Object.assign(document.createElement("link"), {rel: "stylesheet", href: style});
    await new Promise((loaded) => { link.onload = loaded; document.head.append(link); });
    const {Map} = await import(script);
    const data = {outlines: {type: "geojson", data: outlines}};
    const layers = [
        {id: "sea", type: "background", paint: {"background-color": "#ffffff"}},
        {id: "land", type: "fill", source: "outlines", paint: {"fill-color": "#305070"}},
    ];
    const map = new Map({
        container: box, style: {version: 8, sources: data, layers}, center: [10, 20], zoom: 0.5,
        attributionControl: false, canvasContextAttributes: {preserveDrawingBuffer: true},
    });
    await new Promise((resolve, reject) => { map.once("idle", resolve); map.once("error", (e) => reject(e.error)); });
    return map.queryRenderedFeatures().length;
}"""
)
TIMELINE = (
    """async ([script, style]) => {"""
    + BOX
    + """
    const link = Object.assign(document.createElement("link"), {rel: "stylesheet", href: style});
    await new Promise((loaded) => { link.onload = loaded; document.head.append(link); });
    await import(script);
    const {Timeline, DataSet} = globalThis.vis;
    new Timeline(box, new DataSet([{id: 1, content: "raided", start: "2025-03-04"}]), {});
    await new Promise((done) => setTimeout(done, 300));
    return box.querySelectorAll(".vis-item").length;
}"""
)
GRAPH = (
    """async ([script]) => {"""
    + BOX
    + """
    // Cytoscape looks for its style element by this id and puts one in where there is none: the policy refuses that.
    document.head.append(Object.assign(document.createElement("meta"), {id: "__________cytoscape_stylesheet"}));
    const cytoscape = (await import(script)).default;
    const elements = [{data: {id: "a"}}, {data: {id: "b"}}, {data: {source: "a", target: "b"}}];
    const graph = cytoscape({container: box, elements, layout: {name: "breadthfirst", animate: false}});
    await new Promise((done) => setTimeout(done, 300));
    return graph.nodes().length;
}"""
)


def addresses(screen: Screen, *names: str) -> list[str]:
    return [screen.site + assets().address(f"vendor/{name}") for name in names]


def test_a_map_is_drawn(screen: Screen) -> None:
    page = screen.open("/about")
    files = addresses(screen, "maplibre-gl.mjs", "maplibre-gl.css", "countries.json")
    assert page.evaluate(MAP, files) > 100
    workers = [a for a in screen.asked if "maplibre-gl-worker.mjs" in a]
    assert workers
    screen.shoot("vendor-map")


def test_a_timeline_is_drawn(screen: Screen) -> None:
    page = screen.open("/about")
    assert page.evaluate(TIMELINE, addresses(screen, "vis-timeline.js", "vis-timeline.css")) > 0
    screen.shoot("vendor-timeline")


def test_a_graph_is_drawn(screen: Screen) -> None:
    page = screen.open("/about")
    assert page.evaluate(GRAPH, addresses(screen, "cytoscape.mjs")) == 2
    screen.shoot("vendor-graph")


def test_htmx_runs_no_text(screen: Screen) -> None:
    page = screen.open("/about")
    page.evaluate("""() => {
        const box = document.createElement("div");
        box.setAttribute("hx-on:click", "document.title = 'ran'");
        box.setAttribute("hx-get", "/about");
        box.setAttribute("hx-trigger", "click[document.title = 'ran']");
        box.setAttribute("hx-vals", "js:{a: document.title = 'ran'}");
        document.body.append(box);
        htmx.process(box);
        box.click();
    }""")
    page.wait_for_timeout(200)
    assert page.title() == "About · Reportedly"
    assert page.evaluate("htmx.config.allowEval") is False
    screen.logged.clear()
