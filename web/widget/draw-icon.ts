const SVG = 'http://www.w3.org/2000/svg';
const BUBBLE =
  'M12 4c5 0 9 3.1 9 7.2s-4 7.3-9 7.3c-1 0-2-.1-2.9-.4L4.5 20l1-3.5C4 15.2 3 13.4 3 11.2 3 7.1 7 4 12 4zM12 8.5v5.4M9.3 11.2h5.4';
const CROSS = 'M6 6l12 12M18 6L6 18';

/** The button's drawing: a speech bubble, or a cross while the chat is open. */
export function drawIcon(): { readonly element: SVGElement; readonly show: (isOpen: boolean) => void } {
  const element = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  element.setAttribute('viewBox', '0 0 24 24');
  element.setAttribute('aria-hidden', 'true');
  element.append(path);
  const show = (isOpen: boolean): void => path.setAttribute('d', isOpen ? CROSS : BUBBLE);
  show(false);
  return { element, show };
}
