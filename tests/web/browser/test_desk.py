"""The desk in a real browser: every page in both languages, the slider, decisions by keyboard, search, phones, faults of
accessibility."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

from banggiao.register import Register

PAGES = (
    "/",
    "/pair/ASEAN/CHN",
    "/pair/ASEAN/CHN/timeline",
    "/pair/ASEAN/CHN/topics?as_of=2021-12-31",
    "/party/ASEAN",
    "/person?name=Lý Hiển Long",
    "/series?name=Hội nghị cấp cao ASEAN - Trung Quốc",
    "/instrument?name=COC",
    "/facts",
    "/disagreements",
    "/suggestions",
    "/decisions",
    "/sources",
    "/search?q=bien dong",
    "/settings",
    "/users",
    "/add",
    "/about",
)
SERIOUS = ("serious", "critical")


def article_of(register: Register) -> str:
    (ref,) = register.find_articles("asean-trung-quoc-hnccc21")
    return f"/articles/{ref.key}"


def fact_of(register: Register) -> str:
    (found,) = [f for f in register.facts(kinds=("instrument",)) if "2030" in getattr(f.record, "name", "")]
    return f"/facts/{found.id}"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_page_is_drawn(browse: Any, register: Register, lang: str) -> None:
    """In the browser's language, with one heading and no fault that a fixture would see."""
    for path in (*PAGES, article_of(register), fact_of(register)):
        page = browse(path, lang=lang)
        assert page.locator("html").get_attribute("lang") == lang, path
        assert page.locator("h1").count() == 1, path
        page.context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_page_has_a_serious_fault_of_accessibility(browse: Any, register: Register, theme: str) -> None:
    """By axe-core, in both looks (the contrast of colours differs)."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    faults = []
    for path in (*PAGES, article_of(register), fact_of(register), "/nowhere"):
        page = browse(path, color_scheme=theme, bypass_csp=True) if path != "/nowhere" else browse("/about")
        for fault in axe.run(page).response["violations"]:
            if fault["impact"] in SERIOUS:
                faults += [(path, fault["id"], node["html"][:120]) for node in fault["nodes"][:3]]
        page.context.close()
    assert faults == []


def test_on_a_phone_nothing_is_wider_than_the_screen(browse: Any, register: Register) -> None:
    """No page is scrolled sideways."""
    wide = []
    for path in (*PAGES, article_of(register), fact_of(register)):
        page = browse(path, width=360)
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(path)
        page.context.close()
    assert wide == []


def test_the_charts_are_drawn(browse: Any) -> None:
    """On the canvas, each with a name for those who see none; a point leads to its fact."""
    page = browse("/pair/ASEAN/CHN")
    expect(page.locator(".chart canvas")).to_have_count(2)  # the timeline's once its part of the page is there
    expect(page.locator(".chart[aria-label]")).to_have_count(2)
    page.goto("/party/ASEAN")
    expect(page.locator('.chart[data-chart="years"] canvas')).to_have_count(1)


def test_parts_of_a_pair_are_put_into_its_page(browse: Any) -> None:
    """In their place, and those of another day when the page is turned."""
    page = browse("/pair/ASEAN/CHN")
    expect(page.locator("#part-topics .act")).not_to_have_count(0)
    titles = [section.inner_text() for section in page.locator("section > h2").all()]
    assert titles[2] == "Diễn biến theo thời gian"
    assert titles[6] == "Phát biểu theo chủ đề"
    assert page.locator(".fold > summary").inner_text() == "7 sự kiện"
    page.fill("#as-of", "2018-12-31")
    expect(page.locator(".fold > summary")).to_have_text("4 sự kiện")
    expect(page.locator("#part-topics")).not_to_contain_text("2021")
    page = browse("/pair/ASEAN/CHN#topics")
    expect(page.locator("#topics")).to_be_in_viewport()


def test_the_slider_shows_the_page_of_another_day(browse: Any) -> None:
    """The address follows, so that it can be sent; charts of the new page are drawn too."""
    page = browse("/pair/ASEAN/CHN")
    assert page.get_by_text("Đối tác chiến lược toàn diện").first.is_visible()
    slider = page.locator('input[type="range"]')
    slider.evaluate(
        "e => { e.value = 300; e.dispatchEvent(new Event('input', {bubbles: true})); "
        "e.dispatchEvent(new Event('change', {bubbles: true})); }"
    )
    page.wait_for_url("**/pair/ASEAN/CHN?as_of=*")
    expect(page.locator("section", has=page.locator("#relations"))).not_to_contain_text("toàn diện")
    assert "2019" in page.locator('input[name="as_of"]').input_value()
    assert page.locator('input[type="range"]').is_visible()
    page.reload()
    assert "2019" in page.locator('input[name="as_of"]').input_value()


def test_a_page_is_turned_with_the_keyboard(browse: Any) -> None:
    """An arrow on the slider shows the page of the day before, and the slider keeps the focus for the next."""
    page = browse("/person?name=Lý Hiển Long")
    page.locator("#slide").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/person?*as_of=2022-02-28*")
    expect(page.locator("#slide")).to_be_focused()
    # What was swapped in hears nothing until it has settled, some 20 ms later; on a busy machine much later.
    page.wait_for_function("!document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/person?*as_of=2022-02-27*")
    assert page.locator("#as-of").input_value() == "2022-02-27"


def test_settings_and_users_work_without_script(browse: Any, register: Register) -> None:
    """Plain forms: the look is kept; the first user's password is shown once, then everybody signs in."""
    page = browse("/settings", java_script_enabled=False)
    page.select_option("#theme", "dark")
    page.select_option("#density", "dense")
    page.locator("main form button").first.click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.goto("/users")
    page.fill("#name", "Lan")
    page.locator("main form.slots button").click()
    password = page.locator(".secret code").inner_text()
    page.goto("/")
    page.fill("#name", "Lan")
    page.fill("#password", password)
    page.locator("main form button").click()
    assert page.locator("h1").inner_text().startswith("Hôm nay")
    page.goto("/account")
    assert page.locator("h1").inner_text() == "Lan"
    assert [change.action for change in register.accounts.changes(5)] == ["add"]


def test_facts_are_decided_with_the_keyboard_alone(browse: Any, register: Register) -> None:
    """j and k go through the records, a accepts, x rejects, u undoes, and the place is kept."""
    page = browse(article_of(register))
    page.keyboard.press("j")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.dataset.record")
    page.keyboard.press("a")
    page.wait_for_selector(".told-so")
    assert [one.action for one in register.decisions()] == ["accept"]
    # The focus comes back when the page's script has run: from then on it hears the next key.
    expect(page.locator(f"#r{first}")).to_be_focused()
    assert page.locator(f"#r{first} .verdict").is_visible()
    page.keyboard.press("x")
    expect(page.locator(f"#r{first}.out")).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator(f"#r{first}:not(.out)")).to_be_focused()
    assert [one.state for one in register.decisions()] == ["in force", "withdrawn"]


def test_a_correction_is_seen_on_every_page(browse: Any, register: Register) -> None:
    """Made in the form, seen at the pair, in the table and the article, and gone with undo."""
    page = browse(fact_of(register))
    page.fill("#slot-date", "2018-11-15")
    page.fill("#why", "văn kiện ghi 15/11")
    page.locator(".slots button").click()
    page.wait_for_selector(".told-so")
    for path in ("/pair/ASEAN/CHN", "/facts?kind=instrument&name=ASEAN", article_of(register)):
        other = browse(path)
        assert "15/11/2018" in other.locator("main").inner_text(), path
    page.locator(".told-so button").click()
    page.get_by_text("Đã rút lại quyết định").wait_for()
    assert "15/11/2018" not in browse("/pair/ASEAN/CHN").locator("main").inner_text()


def test_search_drops_down_while_one_types(browse: Any) -> None:
    """A slash goes to the box; what is found is a link that the keyboard reaches."""
    page = browse("/")
    page.keyboard.press("/")
    # On a busy machine the last letter's answer is asked for late; to leave before it is there would be an error.
    with page.expect_response(lambda answer: answer.url.endswith("qu")):
        page.keyboard.type("trung qu", delay=20)
    expect(page.locator(".htmx-request")).to_have_count(0)
    link = page.locator("#found a", has_text="Trung Quốc").first
    link.wait_for()
    link.click()
    page.wait_for_url("**/party/CHN")


def test_words_and_records_light_up_together(browse: Any, register: Register) -> None:
    """Pointing at either shows the other."""
    page = browse(article_of(register))
    page.locator(".record").first.hover()
    assert page.locator("mark.on").count() > 0
    page.locator("mark").last.hover()
    assert page.locator(".record.on").count() > 0


def test_without_script_everything_is_there_to_read(browse: Any, register: Register) -> None:
    """Lines, evidence, dates and decisions are links and forms."""
    page = browse("/pair/ASEAN/CHN", java_script_enabled=False)
    assert page.locator(".refs a").count() > 10
    page.locator("#part-topics a").click()
    assert page.locator(".topics .act").count() > 3
    page.go_back()
    page.locator("#part-timeline a").click()
    assert page.locator(".fold .refs a").first.is_visible()
    page.go_back()
    page.fill('input[name="as_of"]', "2019-06-01")
    page.locator(".days button").click()
    assert "as_of=2019-06-01" in page.url
    page.goto(fact_of(register))
    page.locator(".decide button").first.click()
    assert len(register.decisions()) == 1


def test_the_look_is_chosen_and_kept(browse: Any) -> None:
    """By the browser, else by the switch."""
    page = browse("/", color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.goto("/about?theme=light")
    assert page.evaluate(ground) != dark
    page.goto("/")
    assert page.evaluate(ground) != dark
