const SVG = 'http://www.w3.org/2000/svg';
const BUBBLE = 'M12 4a9 7 0 1 1-3 14l-4.5 2 1-3.5A9 7 0 0 1 12 4zm0 4.3v5.4M9.3 11h5.4';
const CROSS = 'M6 6l12 12M18 6L6 18';

/** The button's drawing: a speech bubble, or a cross while the chat is open. */
export function drawIcon(): { readonly element: SVGElement; readonly show: (isOpen: boolean) => void } {
  const element = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  element.setAttribute('viewBox', '0 0 24 24');
  element.append(path);
  const show = (isOpen: boolean): void => path.setAttribute('d', isOpen ? CROSS : BUBBLE);
  show(false);
  return { element, show };
}
