/** Remembers what is compiled from an object (the knowledge) for as long as that object lives. */
export function compiledOnce<K extends object, V>(compile: (knowledge: K) => V): (knowledge: K) => V {
  const made = new WeakMap<K, V>();
  return (knowledge) => {
    let value = made.get(knowledge);
    if (value === undefined) {
      value = compile(knowledge);
      made.set(knowledge, value);
    }
    return value;
  };
}
