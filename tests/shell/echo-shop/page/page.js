// A page that speaks to the store as the real one does, and keeps its ports where a test finds them.

/** Opens a port; `ask` answers the next frame, or 'closed' once main said so. */
window.openPort = () => {
  const { port1, port2 } = new MessageChannel();
  const frames = [];
  const waiting = [];
  port1.onmessage = ({ data }) => {
    const frame = data?.closed === true ? 'closed' : data;
    const next = waiting.shift();
    if (next) next(frame);
    else frames.push(frame);
  };
  window.postMessage('store:connect', location.origin, [port2]);
  return {
    next: () =>
      new Promise((resolve) =>
        frames.length > 0 ? resolve(frames.shift()) : waiting.push(resolve),
      ),
    ask(frame) {
      port1.postMessage(frame);
      return this.next();
    },
    close: () => port1.postMessage({ closed: true }),
  };
};

window.violations = [];
document.addEventListener('securitypolicyviolation', (event) =>
  window.violations.push(event.effectiveDirective),
);

const paper = /^#\/paper\/([a-z-]+)\/([\w-]+)$/.exec(location.hash);
if (paper?.[1] === 'receipt') {
  document.getElementById('paper').textContent = await window.openPort().ask(`receipt ${paper[2]}`);
  document.documentElement.dataset.paper = 'ready';
} else if (paper) {
  document.documentElement.dataset.paper = 'unknown';
}
