import type { ReactNode } from 'react';

export interface FormProps {
  readonly label: string;
  /** Enter in a field, or the button of type submit. */
  readonly onSubmit: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Fields that are saved together. Enter saves; the page never travels anywhere. */
export function Form({ label, onSubmit, className, children }: FormProps) {
  return (
    <form
      className={className ?? 'ui-stack'}
      data-gap="16"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
