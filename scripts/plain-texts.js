// The texts of a catalogue have the type `string` and no literal types: a compiler narrows by codes and
// statuses, and not by sentences. As literals, the texts would be two thirds of the declarations.

/** A plugin of the bundler: declares the sentences of catalogues as `string`. */
export function plainTexts() {
  const sentence = /^(\s*readonly (?:en|zh): )"(?:[^"\\]|\\.)*";$/gm;
  return {
    name: 'plain-texts',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (/\.d\.c?ts$/.test(file.fileName)) file.code = file.code.replace(sentence, '$1string;');
      }
    },
  };
}
