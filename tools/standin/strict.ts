/**
 * Strictness of the stand-in: what it does not do it says, at the moment the program asks for it.
 *
 * A member that is silently `undefined` would let a program pass its tests here and fail in Electron.
 */

/** Members that the language, the inspector and the test runner look for on every object. */
const ASKED_OF_EVERYTHING = new Set(['then', 'toJSON', 'constructor', 'domain', 'asymmetricMatch']);

function notImplementedError(name: string): Error {
  return new Error(`electron stand-in: ${name} is not implemented`);
}

function strictTail(name: string, above: object | null): object {
  return new Proxy(Object.create(above) as object, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || ASKED_OF_EVERYTHING.has(key)) {
        return Reflect.get(target, key, receiver) as unknown;
      }
      throw notImplementedError(`${name}.${key}`);
    },
  });
}

/**
 * Makes reading a member that `object` does not have an error. The trap sits at the end of the prototype
 * chain, so the object itself stays a plain object: tests can stub members, classes keep private fields.
 */
export function strictObject<T extends object>(name: string, object: T): T {
  Object.setPrototypeOf(object, strictTail(name, Object.getPrototypeOf(object) as object | null));
  return object;
}

/** The same for every instance of a class. Call it once, right after the class. */
export function strictInstances(
  name: string,
  constructor: { readonly prototype: object; readonly name: string },
): void {
  strictObject(name, constructor.prototype);
}

/** Something of Electron's that is absent as a whole: importing it is allowed, using it is not. */
export function absent(name: string): never {
  // Not an arrow function: only a function that could be constructed can refuse to be.
  function refuse(): never {
    throw notImplementedError(name);
  }
  return new Proxy(refuse, {
    get(_target, key): unknown {
      if (typeof key === 'symbol' || ASKED_OF_EVERYTHING.has(key)) return undefined;
      throw notImplementedError(`${name}.${key}`);
    },
    apply: refuse,
    construct: refuse,
  }) as never;
}
