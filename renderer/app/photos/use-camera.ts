import { useEffect, useState } from 'react';

export interface Camera {
  readonly deviceId: string;
  readonly label: string;
}

export type CameraState =
  | { readonly state: 'starting' | 'denied' | 'none' | 'busy' }
  | { readonly state: 'on'; readonly stream: MediaStream; readonly deviceId: string };

/** The camera of this PC: its picture, or why there is none. It goes dark when nobody looks any more. */
export function useCamera(): {
  readonly camera: CameraState;
  readonly cameras: readonly Camera[];
  readonly choose: (deviceId: string) => void;
  readonly again: () => void;
} {
  const [camera, setCamera] = useState<CameraState>(STARTING);
  const [cameras, setCameras] = useState<readonly Camera[]>([]);
  const [asked, setAsked] = useState<{ readonly deviceId?: string }>({});
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const look = async () => {
      const next = await start(asked.deviceId);
      if (signal.aborted) return stop(next);
      signal.addEventListener('abort', () => stop(next));
      setCamera(next);
      const found = await listCameras();
      if (!signal.aborted) setCameras(found);
    };
    void look();
    return () => ended.abort();
  }, [asked]);
  const ask = (deviceId: string | undefined) => {
    setCamera(STARTING);
    setAsked(deviceId === undefined ? {} : { deviceId });
  };
  return { camera, cameras, choose: ask, again: () => ask(asked.deviceId) };
}

const STARTING: CameraState = { state: 'starting' };

async function start(deviceId: string | undefined): Promise<CameraState> {
  // A page that is not from a safe origin has no cameras at all, whatever the types say.
  if (!('mediaDevices' in navigator)) return { state: 'none' };
  const video = {
    width: { ideal: 1920 },
    height: { ideal: 1080 },
    ...(deviceId === undefined
      ? { facingMode: { ideal: 'environment' } }
      : { deviceId: { exact: deviceId } }),
  };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
    const used = stream.getVideoTracks()[0]?.getSettings().deviceId ?? '';
    return { state: 'on', stream, deviceId: used };
  } catch (error) {
    return { state: whyNot(error) };
  }
}

function whyNot(error: unknown): 'denied' | 'none' | 'busy' {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none';
}

function stop(camera: CameraState): void {
  if (camera.state === 'on') for (const track of camera.stream.getTracks()) track.stop();
}

async function listCameras(): Promise<readonly Camera[]> {
  if (!('mediaDevices' in navigator)) return [];
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }) => ({ deviceId, label }));
}
