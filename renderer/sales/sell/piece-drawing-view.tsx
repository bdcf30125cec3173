import type { Drawing } from './piece-drawing.ts';

/** Line drawings on a 96 px square, stroke 1.5. */
const PATHS: Readonly<Record<Drawing, string>> = {
  ring: 'M73 60a25 25 0 1 1-50 0 25 25 0 0 1 50 0zM68.5 60a20.5 20.5 0 1 1-41 0 20.5 20.5 0 0 1 41 0zM37 27h22l8 9-19 18-19-18zM29 36h38M37 27l6 9 5-9 5 9 6-9M43 36l5 18 5-18',
  necklace:
    'M16 14c0 30 14 46 32 46s32-16 32-46M48 60v6M40 66h16l5 6-13 14-13-14zM35 72h26M40 66l8 20 8-20',
  earrings:
    'M28 20a4 4 0 1 1 8 0 4 4 0 0 1-8 0zM32 24v14M24 44h16l6 7-14 16-14-16zM18 51h28M24 44l8 23 8-23M60 20a4 4 0 1 1 8 0 4 4 0 0 1-8 0zM64 24v14M56 44h16l6 7-14 16-14-16zM50 51h28M56 44l8 23 8-23',
  bracelet:
    'M80 46c0 14-14 25-32 25S16 60 16 46s14-25 32-25 32 11 32 25zM72 46c0 10-11 18-24 18S24 56 24 46s11-18 24-18 24 8 24 18zM42 66h12l3 6-9 10-9-10z',
  watch:
    'M70 48a22 22 0 1 1-44 0 22 22 0 0 1 44 0zM65 48a17 17 0 1 1-34 0 17 17 0 0 1 34 0zM48 37v11l8 5M36 29l3-17h18l3 17M36 67l3 17h18l3-17M70 44h4v8h-4',
  pin: 'M48 14l6 16 17 1-13 11 4 17-14-9-14 9 4-17-13-11 17-1zM48 60v24M42 84h12',
  gem: 'M30 24h36l14 18-32 36-32-36zM16 42h64M30 24l18 54 18-54M30 24l9 18 9-18 9 18 9-18',
};

export function PieceDrawing({ drawing }: { readonly drawing: Drawing }) {
  return (
    <span className="sell-piece-picture">
      <svg viewBox="0 0 96 96" aria-hidden="true">
        <path d={PATHS[drawing]} />
      </svg>
    </span>
  );
}
