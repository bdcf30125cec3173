/** The first argument of Electron's events. `preventDefault()` is how a listener says no. */
export class PreventableEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
