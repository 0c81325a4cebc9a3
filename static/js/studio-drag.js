/* Walls by drag and drop: taken at the grip, dropped between two others. By keyboard the buttons and Alt with arrows do it. */
export function drag(bench, hang) {
  const { place } = bench;
  const line = Object.assign(document.createElement("div"), { className: "drop-line" });
  let piece = null;

  const over = (walls, y) => [...walls.querySelectorAll(":scope > [data-wall]")].find((one) => {
    const box = one.getBoundingClientRect();
    return one !== piece && y < box.top + box.height / 2;
  });

  place.addEventListener("dragstart", (event) => {
    const grip = event.target.closest?.("[data-grip]");
    if (!grip) return;
    piece = grip.closest("[data-wall]");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", piece.id);
    event.dataTransfer.setDragImage(piece, 20, 20);
    piece.dataset.dragged = "";
  });
  place.addEventListener("dragover", (event) => {
    const walls = event.target.closest?.("[data-room]")?.querySelector("[data-walls]");
    if (!piece || !walls) return;
    event.preventDefault();
    walls.insertBefore(line, over(walls, event.clientY) ?? null);
  });
  place.addEventListener("drop", (event) => {
    const room = event.target.closest?.("[data-room]");
    if (!piece || !room) return;
    event.preventDefault();
    const next = over(room.querySelector("[data-walls]"), event.clientY);
    const walls = [...room.querySelectorAll("[data-wall]")].filter((one) => one !== piece);
    const before = next ? walls[walls.indexOf(next) - 1] : walls.at(-1);
    line.remove();
    bench.tried(hang.move("block", Number(piece.dataset.wall), Number(room.dataset.room), before ? Number(before.dataset.wall) : null));
  });
  place.addEventListener("dragend", () => {
    line.remove();
    if (piece) delete piece.dataset.dragged;
    piece = null;
  });
}
