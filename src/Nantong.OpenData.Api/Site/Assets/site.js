// Only helps: every page says all it has to say without it.
// Browsers let pages copy over HTTPS and on this machine only.
for (const button of navigator.clipboard ? document.querySelectorAll("button[data-copy]") : []) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const said = button.textContent;
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = said; }, 1500);
  });
}

// The address of a passage or a sentence is copied by following it.
for (const anchor of navigator.clipboard ? document.querySelectorAll("a.anchor") : []) anchor.addEventListener("click", () => navigator.clipboard.writeText(anchor.href));

// Contents stand open where there is room beside the text.
if (matchMedia("(min-width: 52rem)").matches) for (const drawer of document.querySelectorAll("details[data-open-on-wide]")) drawer.open = true;

// A table's rows are narrowed while one types.
for (const input of document.querySelectorAll("input[data-narrows]")) {
  const rows = document.querySelectorAll(`${input.dataset.narrows} tbody tr`);
  input.closest("label").hidden = false;
  input.addEventListener("input", () => {
    const words = input.value.trim().toLowerCase();
    for (const row of rows) row.hidden = words !== "" && !row.textContent.toLowerCase().includes(words);
  });
}

// The chart as a picture: drawn from the same SVG.
for (const button of document.querySelectorAll("button[data-png]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const picture = new Image();
    picture.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = picture.naturalWidth * 2;
      canvas.height = picture.naturalHeight * 2;
      const drawing = canvas.getContext("2d");
      drawing.scale(2, 2);
      drawing.drawImage(picture, 0, 0);
      const link = document.createElement("a");
      link.download = button.dataset.name;
      link.href = canvas.toDataURL("image/png");
      link.click();
    };
    picture.src = button.dataset.png;
  });
}
