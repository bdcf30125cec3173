import './shell.css';
import { useTranslation } from 'react-i18next';

export interface SignedInProps {
  readonly name: string;
  readonly register: string | null;
  /** Fast user switch. Left out: only told. */
  readonly onClick?: () => void;
}

/** Who is signed in at this register, at the right end of the top. */
export function SignedIn({ name, register, onClick }: SignedInProps) {
  const words = (
    <>
      <b>{name}</b>
      {register === null ? null : <span className="app-muted">· {register}</span>}
    </>
  );
  if (onClick === undefined) return <span className="app-who">{words}</span>;
  return (
    <button className="app-who" type="button" onClick={onClick}>
      {words}
    </button>
  );
}

export interface SellingAsProps {
  readonly initials: string;
  readonly name: string;
  readonly onClick?: () => void;
}

/** Whose sale this is, where that is somebody else than who signed in. */
export function SellingAs({ initials, name, onClick }: SellingAsProps) {
  const { t } = useTranslation('shell');
  return (
    <button className="app-who" type="button" onClick={onClick}>
      <span className="app-muted">{t('sellingAs')}</span>
      <span className="app-initials">{initials}</span>
      <span className="ui-hidden">{name}</span>
    </button>
  );
}
