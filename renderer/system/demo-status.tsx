import { ResetDemo } from '../app/demo-actions.tsx';
import { useSystemStatus } from '../app/system-status.ts';

/** Beside the DEMO badge: start over in one click. The way out is in Settings, About, and on the sign-in screen. */
export function DemoStatus() {
  const { data: status } = useSystemStatus();
  return status?.demo === true ? <ResetDemo /> : null;
}
