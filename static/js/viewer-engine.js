/* OpenSeadragon, loaded when it is first needed, and given our manners: no style sheet, no buttons of its own. */
let loading;

/** The library, from the address that the page names. Rejects where it cannot be loaded; another try is allowed. */
export function load(address) {
  loading ??= new Promise((resolve, reject) => {
    document.head.append(placeOfItsStyles());
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(window.OpenSeadragon);
    script.onerror = () => {
      loading = undefined;
      script.remove();
      reject(new Error(address));
    };
    document.head.append(script);
  });
  return loading;
}

/* It would write a style element, which our content security policy refuses; it does not where it finds one marked so.
   This one is of no namespace and therefore no style. */
function placeOfItsStyles() {
  const mark = document.createElementNS("", "style");
  mark.setAttribute("data-openseadragon-mobile-css", "true");
  return mark;
}

export const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** What an element says of a picture: its service, size in pixels, width in centimetres, direction of reading. */
export function viewOf({ dataset }) {
  return {
    id: dataset.view,
    service: new URL(dataset.service, location.href).href,
    canvas: dataset.canvasId,
    width: Number(dataset.width),
    height: Number(dataset.height),
    tile: Number(dataset.tile),
    cm: Number(dataset.cm) || 0,
    isLong: "isLong" in dataset,
    fromRight: dataset.direction === "right-to-left",
    alt: dataset.alt,
  };
}

function source({ service, width, height, tile }) {
  const scaleFactors = [1];
  while (Math.max(width, height) / scaleFactors.at(-1) > tile) scaleFactors.push(scaleFactors.at(-1) * 2);
  return {
    "@context": "http://iiif.io/api/image/3/context.json",
    id: service,
    type: "ImageService3",
    protocol: "http://iiif.io/api/image",
    profile: "level2",
    width,
    height,
    tiles: [{ width: tile, height: tile, scaleFactors }],
  };
}

/** A viewer of `view` in `element`; `words` names its canvas for those who do not see it. */
export function build(OpenSeadragon, element, view, words) {
  const still = isStill();
  const viewer = new OpenSeadragon.Viewer({
    element,
    tileSources: source(view),
    drawer: "canvas",
    showNavigationControl: false,
    keyboardNavEnabled: false,
    animationTime: still ? 0 : 0.7,
    springStiffness: 8,
    visibilityRatio: 1,
    constrainDuringPan: true,
    minZoomImageRatio: 1,
    maxZoomPixelRatio: 2,
    zoomPerScroll: 1.25,
    imageLoaderLimit: 8,
    maxImageCacheCount: 300,
    gestureSettingsMouse: { clickToZoom: true, flickEnabled: !still },
    gestureSettingsTouch: { flickEnabled: !still, dblClickDragToZoom: false },
  });
  viewer.canvas.setAttribute("role", "application");
  viewer.canvas.setAttribute("aria-label", words);
  viewer.addHandler("canvas-cooperative-gesture", (event) => { event.preventDefaultAction = true; });
  return viewer;
}

export function show(viewer, view) {
  viewer.open(source(view));
}

/** The wheel and one finger belong to the page until the visitor is at the picture. */
export function yieldToPage(viewer, frame) {
  const done = new AbortController();
  const { signal } = done;
  const isAt = (is) => viewer.setCooperativeGestures(!is);
  frame.addEventListener("focusin", () => isAt(true), { signal });
  frame.addEventListener("focusout", (event) => isAt(frame.contains(event.relatedTarget)), { signal });
  viewer.addOnceHandler("before-destroy", () => done.abort());
  isAt(frame.contains(document.activeElement));
}
