"use strict";
(() => {
  const words = document.body.dataset;
  const filled = (text, ...values) => text.replace(/\{(\d)\}/g, (_, number) => values[number]);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const selects = all("select[data-by]");
  const parts = all("[data-finding], [data-row], [data-line], [data-lane], [data-article]");
  const status = document.getElementById("status");

  const fits = (part, by, value) => {
    const tags = part.dataset[by];
    return value === "" || tags === undefined || tags.split(" ").includes(value);
  };

  function apply() {
    for (const select of selects) select.classList.toggle("on", select.value !== "");
    for (const part of parts) part.hidden = !selects.every((s) => fits(part, s.dataset.by, s.value));
    for (const lane of all("[data-lane]")) lane.hidden ||= !all("[data-line]:not([hidden])", lane).length;
    for (const section of all("main > section")) {
      const inside = all("[data-finding], [data-lane], [data-article]", section);
      const shown = inside.filter((part) => !part.hidden).length;
      for (const none of all(".none", section)) none.hidden = shown > 0 || !inside.length;
      for (const count of all(".count", section)) {
        count.textContent = shown === inside.length ? `${shown}` : filled(words.of, shown, inside.length);
      }
    }
    const value = (by) => selects.find((s) => s.dataset.by === by).value;
    const here = `${value("speaker")} ${value("subject")}`;
    for (const cell of all("[data-cell]")) cell.classList.toggle("on", cell.dataset.cell === here);
    const findings = all("[data-finding]");
    const left = findings.filter((part) => !part.hidden).length;
    const filtered = selects.some((s) => s.value !== "");
    status.textContent = filtered ? filled(words.found, left, findings.length) : "";
  }

  function choose(values) {
    for (const select of selects) select.value = values[select.dataset.by] ?? "";
    apply();
  }

  /** Opens what a link leads to, even where a filter hides it, and marks the statement's words. */
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (const said of all("[data-in].on")) said.classList.remove("on");
    if (!target) return;
    if (target.closest("[hidden]")) choose({});
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (/^s\d+$/.test(target.id)) {
      for (const said of all(`[data-in="${target.id.slice(1)}"]`)) said.classList.add("on");
    }
    target.scrollIntoView();
  }

  function offerCopy(code) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.setAttribute("aria-label", `${words.copy} ${code.textContent}`);
    button.addEventListener("click", () => copy(code, button));
    code.after(" ", button);
  }

  async function copy(code, button) {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = words.copied;
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = words.selected;
    }
  }

  for (const select of selects) select.addEventListener("change", apply);
  document.getElementById("reset").addEventListener("click", () => choose({}));
  for (const cell of all("[data-cell]")) {
    cell.addEventListener("click", () => {
      const [speaker, subject] = cell.dataset.cell.split(" ");
      choose({ speaker, subject });
    });
  }
  all(".card code").forEach(offerCopy);
  addEventListener("hashchange", reveal);
  addEventListener("click", (event) => {
    if (event.target.closest("a")?.getAttribute("href") === location.hash) reveal();
  });
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });
  document.documentElement.classList.add("js");
  apply();
  reveal();
})();
