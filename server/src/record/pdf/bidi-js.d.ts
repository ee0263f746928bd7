declare module 'bidi-js' {
  interface Levels {
    levels: Uint8Array;
  }
  interface Bidi {
    getEmbeddingLevels(text: string): Levels;
    getMirroredCharacter(char: string): string | null;
  }
  const factory: () => Bidi;
  export default factory;
}
