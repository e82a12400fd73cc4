// One key for everything that is done often: an element says its key in data-key and what it does in data-says.

const typing = (target) => target.matches("input, select, textarea, [contenteditable]");
const named = () => [...document.querySelectorAll("[data-key]")].filter((one) => one.offsetParent !== null);

const BUILT_IN = [["j, k", "next, previous line of a list"], ["Enter", "open it"]];

function press(key) {
  const one = named().find((element) => element.dataset.key === key);
  if (!one) return false;
  if (typing(one)) { one.focus(); one.select?.(); } else one.click();
  return true;
}

function walk(step) {
  const lines = [...document.querySelectorAll("a.walk")].filter((one) => one.offsetParent !== null);
  if (!lines.length) return false;
  const at = lines.indexOf(document.activeElement);
  const next = lines[Math.min(lines.length - 1, Math.max(0, at + step))];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function help() {
  const dialog = document.getElementById("keys");
  const list = dialog.querySelector("dl");
  list.replaceChildren();
  for (const [key, says] of [...BUILT_IN, ...named().map((one) => [one.dataset.key, one.dataset.says])]) {
    const term = document.createElement("dt");
    const meaning = document.createElement("dd");
    term.textContent = key;
    meaning.textContent = says;
    list.append(term, meaning);
  }
  dialog.showModal();
}

document.getElementById("help").addEventListener("click", help);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target)) { if (event.key === "Escape") event.target.blur(); return; }
  const done = event.key === "j" ? walk(1) : event.key === "k" ? walk(-1) : press(event.key);
  if (done) event.preventDefault();
});
