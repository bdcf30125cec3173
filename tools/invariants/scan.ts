/** A place where an invariant is promised or proven: the file, and the symbol or the test's title. */
export interface Place {
  readonly id: string;
  readonly file: string;
  readonly what: string;
}

const ID = '[IMCA]\\d{1,2}';
// `M1:`, `(M8)`, `I4, I6,` and a closing `I8.` name an invariant; `A4 paper` and `C1 controls` do not.
const MENTION = new RegExp(`(?<![\\w-])(${ID})(?=\\s*(?:[:),;]|\\.(?:\\s|$)|$))`, 'g');
const DOC_COMMENT = /\/\*\*([\s\S]*?)\*\/\s*([^\n]*)/g;
const DECLARED =
  /^(?:export\s+)?(?:async\s+)?(?:readonly\s+)?(?:function\*?|const|class|interface|type)?\s*([\w$]+)/;
const TITLE = new RegExp(`\\(\\s*(['"\`])((?:${ID})(?:(?:, | and )${ID})*): (.*?)\\1`, 'g');

/** Every invariant that a doc comment of `text` names, with the symbol that the comment stands over. */
export function listPromises(file: string, text: string): readonly Place[] {
  return [...text.matchAll(DOC_COMMENT)].flatMap(([, comment = '', next = '']) => {
    const what = DECLARED.exec(next)?.[1] ?? 'file';
    const prose = comment.replaceAll(/^\s*\*/gm, '').trim();
    return [...new Set([...prose.matchAll(MENTION)].map(([, id = '']) => id))].map((id) => ({
      id,
      file,
      what,
    }));
  });
}

/** Every test of `text` whose title starts with ids: `I9, M8: two registers never share a number`. */
export function listProofs(file: string, text: string): readonly Place[] {
  return [...text.matchAll(TITLE)].flatMap(([, , ids = '', what = '']) =>
    ids.split(/, | and /).map((id) => ({ id, file, what })),
  );
}
