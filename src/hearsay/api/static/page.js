// Better with it, whole without it: words and their notes light each other up, and pictures are saved as PNG.
"use strict";

function light(number, report, on) {
  for (const part of report.querySelectorAll(`[data-s~="${number}"]`)) part.classList.toggle("is-lit", on);
}

for (const report of document.querySelectorAll(".report")) {
  for (const [kind, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    report.addEventListener(kind, (event) => {
      const note = event.target.closest("[data-of]");
      if (note) light(note.dataset.of, report, on);
    });
  }
}

async function savePicture(address) {
  const drawn = await (await fetch(address)).text();
  const image = new Image();
  const source = URL.createObjectURL(new Blob([drawn], { type: "image/svg+xml" }));
  image.src = source;
  await image.decode();
  const canvas = document.createElement("canvas");
  const scale = Math.min(2, 16000 / Math.max(image.naturalWidth, image.naturalHeight));
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(source);
  canvas.toBlob((blob) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "claim.png";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }, "image/png");
}

for (const button of document.querySelectorAll("[data-png]")) {
  button.hidden = false;
  button.addEventListener("click", () => savePicture(button.dataset.png));
}
