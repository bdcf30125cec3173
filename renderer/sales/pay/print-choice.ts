import { useState } from 'react';

const NAME = 'sales.print';

/** Whether a receipt is printed with the sale. It belongs to this register and outlives the window. */
export function usePrintChoice(): readonly [boolean, (print: boolean) => void] {
  const [print, setPrint] = useState(() => localStorage.getItem(NAME) !== 'no');
  const choose = (next: boolean) => {
    localStorage.setItem(NAME, next ? 'yes' : 'no');
    setPrint(next);
  };
  return [print, choose];
}
