// Long work, told on every page while it runs. When a job ends that this page saw running, the page is shown anew.

const box = document.getElementById("job");
const line = box.querySelector("span");
const bar = box.querySelector("progress");
let seen = false;

function left(seconds) {
  return seconds > 90 ? `${Math.round(seconds / 60)} min left` : seconds ? `${seconds} s left` : "";
}

new EventSource("/jobs/events").addEventListener("message", (event) => {
  const job = JSON.parse(event.data);
  if (job.state === "running" || job.busy) {
    seen = true;
    box.hidden = false;
    const count = job.total ? `${job.done} of ${job.total} ${job.unit}` : "";
    const rate = job.rate ? `${job.rate}/s` : "";
    line.textContent = [job.name, job.stage, count, rate, left(job.left)].filter(Boolean).join(" · ");
    if (job.total) { bar.max = job.total; bar.value = job.done; } else bar.removeAttribute("value");
  } else if (seen) {
    const untouched = !document.querySelector("textarea:focus, input:focus, .cite:not([hidden]), dialog[open]");
    if (job.state === "done" && untouched) location.reload();
    line.textContent = `${job.name}: ${job.said}`;
    bar.hidden = true;
    box.querySelector("button").hidden = true;
    seen = false;
  }
});
