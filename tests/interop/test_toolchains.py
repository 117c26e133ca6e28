"""docs/toolchains.md: its recipes are found, and its table is of them."""

from interop.toolchains import BEGIN, END, PAGE, recipes


def test_each_recipe_is_in_the_table_and_worked() -> None:
    table = PAGE.read_text("utf-8").partition(BEGIN)[2].partition(END)[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]
    assert [(title, tool) for title, tool, _, _ in rows] == [(recipe.title, recipe.tool) for recipe in recipes()]
    assert {outcome for *_, outcome in rows} == {"works on both editions"}


def test_each_heading_with_shell_is_a_recipe() -> None:
    blocks = PAGE.read_text("utf-8").count("```sh\n")
    assert blocks == len(list(recipes())) >= 14
