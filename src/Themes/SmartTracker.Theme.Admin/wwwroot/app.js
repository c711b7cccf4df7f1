// Only what HTML and CSS cannot do. Every page works without it.
"use strict";

const keysOff = "st_single_keys_off";
const dialogOf = (id) => document.getElementById(id);

// Forms with data-confirm="sentence" ask first; the button that sent the form lends its words.
document.addEventListener("submit", (event) => {
  const form = event.target;
  const sentence = event.submitter?.dataset.confirm ?? form.dataset.confirm;
  const dialog = dialogOf("confirm");
  if (!sentence || !dialog) return;
  if (form.dataset.confirmed) { delete form.dataset.confirmed; return; }
  event.preventDefault();
  event.stopImmediatePropagation();

  const submitter = event.submitter;
  const yes = dialog.querySelector("[value=yes]");
  const verb = submitter?.textContent.trim();
  if (verb) yes.textContent = verb;
  dialog.querySelector("#confirm-text").textContent = sentence;
  dialog.returnValue = "";
  dialog.addEventListener("close", () => {
    if (dialog.returnValue !== "yes") return;
    form.dataset.confirmed = "yes";
    form.requestSubmit(submitter);
  }, { once: true });
  dialog.showModal();
}, true);

// Forms with data-busy="sentence" say it while the answer takes its time, and are sent once only.
document.addEventListener("submit", (event) => {
  const form = event.target;
  const sentence = event.submitter?.dataset.busy ?? form.dataset.busy;
  if (!sentence || event.defaultPrevented) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  setTimeout(() => {
    const notice = document.getElementById("busy").content.cloneNode(true);
    notice.querySelector("p").textContent = sentence;
    document.getElementById("messages").replaceChildren(notice);
    document.getElementById("messages").scrollIntoView({ block: "nearest" });
  }, 700);
});
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("[data-sent]")) delete form.dataset.sent;
});

// Buttons that open a dialog of the page; hidden until now because they need this script.
for (const button of document.querySelectorAll("[data-dialog]")) button.hidden = false;
document.addEventListener("click", (event) => {
  const id = event.target.closest?.("[data-dialog]")?.dataset.dialog;
  if (id) dialogOf(id)?.showModal();
});

// Buttons with data-copy="id" copy what the field of that id holds and say so; hidden until now because they need this script.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand("copy"); }
    button.textContent = document.getElementById("announce").textContent = button.dataset.copied;
  });
}

// A box with data-pick-all="name" chooses all boxes of that name; hidden until now because it needs this script.
for (const all of document.querySelectorAll("[data-pick-all]")) {
  all.hidden = false;
  all.addEventListener("change", () => {
    for (const box of document.querySelectorAll(`input[type=checkbox][name="${CSS.escape(all.dataset.pickAll)}"]`)) box.checked = all.checked;
  });
}

// Single keys: only outside fields, and each user can switch them off (WCAG 2.1.4).
const singleKeys = document.getElementById("single-keys");
if (singleKeys) {
  singleKeys.checked = !localStorage.getItem(keysOff);
  singleKeys.addEventListener("change", () => {
    if (singleKeys.checked) localStorage.removeItem(keysOff);
    else localStorage.setItem(keysOff, "1");
  });
}

// Rows of a list: j and k go through their links, Enter opens as any link does.
function goToRow(step) {
  const links = [...document.querySelectorAll("main tbody .name-link")];
  if (links.length === 0) return;
  const row = document.activeElement?.closest?.("tr");
  const at = row ? links.findIndex((link) => row.contains(link)) : -1;
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1);
  links[next].focus();
}

let goUntil = 0;
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(keysOff)) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable], dialog")) return;

  const going = event.timeStamp < goUntil;
  goUntil = 0;
  if (going) {
    const link = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    if (link) { event.preventDefault(); link.click(); }
  } else if (event.key === "g") {
    goUntil = event.timeStamp + 1500;
  } else if (event.key === "?") {
    event.preventDefault();
    dialogOf("shortcuts")?.showModal();
  } else if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    goToRow(event.key === "j" ? 1 : -1);
  } else if (event.key === "/") {
    const field = document.querySelector("main input[type=search]") ?? document.querySelector("input[type=search]");
    if (field) { event.preventDefault(); field.focus(); field.select(); }
  }
});

// htmx: say what was swapped in (data-announce on the new part) and what failed.
document.addEventListener("htmx:after:swap", () => {
  const said = document.querySelector("[data-announce]");
  if (!said) return;
  document.getElementById("announce").textContent = said.dataset.announce;
  said.removeAttribute("data-announce");
});

function sayFailure(event) {
  const status = event.detail?.ctx?.response?.status;
  if (status === 400 || status === 422) return;
  const text = document.getElementById("request-failed").content.cloneNode(true);
  document.getElementById("messages").replaceChildren(text);
}
document.addEventListener("htmx:response:error", sayFailure);
document.addEventListener("htmx:error", sayFailure);

// Forms with data-working="id" take some seconds: the part of that id says so until the answer comes. Never twice.
document.addEventListener("submit", (event) => {
  const part = document.getElementById(event.target.dataset.working ?? "");
  if (!part || event.defaultPrevented) return;
  if (!part.hidden) { event.preventDefault(); return; }
  part.hidden = false;
  part.scrollIntoView({ block: "nearest" });
  event.submitter?.setAttribute("aria-disabled", "true");
});
// Back from the next page the browser may show this one as it was left.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("[data-working]")) {
    document.getElementById(form.dataset.working).hidden = true;
    form.querySelector("[aria-disabled]")?.removeAttribute("aria-disabled");
  }
});
