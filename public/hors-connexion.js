/** Comes back by itself: asks whether the application answers, then opens the page that was wanted. */
async function back() {
  try {
    const answer = await fetch("/healthz", { cache: "no-store" });
    if (answer.ok) window.location.replace(window.location.href);
  } catch {
    // Still away.
  }
}
window.addEventListener("online", back);
window.setInterval(back, 5000);
document.getElementById("reessayer")?.addEventListener("click", back);
