// Words of a page into a claim: a box drawn over the picture, or words selected in the text. Offsets count code points.

const reader = document.getElementById("reader");
const form = reader.querySelector(".cite");
const sheet = reader.querySelector(".sheet");
const text = reader.querySelector("pre.text");
const LAST = "corrobora-claim";

function offer(start, end) {
  if (end <= start) return;
  form.elements.start.value = start;
  form.elements.end.value = end;
  form.querySelector("blockquote").textContent = [...text.textContent].slice(start, end).join("");
  const last = sessionStorage.getItem(LAST);
  if (last && [...form.elements.claim.options].some((one) => one.value === last)) form.elements.claim.value = last;
  form.hidden = false;
}

form.addEventListener("submit", () => sessionStorage.setItem(LAST, form.elements.claim.value));

document.addEventListener("selectionchange", () => {
  const chosen = document.getSelection();
  if (chosen.isCollapsed || !chosen.rangeCount) return;
  const range = chosen.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return;
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const start = [...before.toString()].length;
  offer(start, start + [...range.toString()].length);
});

if (sheet) {
  const words = JSON.parse(sheet.dataset.words);
  const svg = sheet.querySelector("svg");
  let from = null;
  let drawn = null;

  const place = (event) => {
    const box = sheet.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  };
  const draw = ([x0, y0], [x1, y1]) => {
    const sides = { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
    for (const [name, value] of Object.entries(sides)) drawn.setAttribute(name, 1000 * value);
  };

  sheet.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.target.closest("a")) return;
    event.preventDefault();
    from = place(event);
    drawn?.remove();
    drawn = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    drawn.setAttribute("class", "drawn");
    svg.append(drawn);
  });
  sheet.addEventListener("pointermove", (event) => { if (from) draw(from, place(event)); });
  window.addEventListener("pointerup", (event) => {
    if (!from) return;
    const to = place(event);
    const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
    const [top, bottom] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
    from = null;
    const inside = words.filter(([, , [x0, y0, x1, y1]]) => {
      const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
      return x >= left && x <= right && y >= top && y <= bottom;
    });
    if (inside.length) offer(Math.min(...inside.map((w) => w[0])), Math.max(...inside.map((w) => w[1])));
  });
}
