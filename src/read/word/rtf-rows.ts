/** The edges of the cells of the rows to come, and which of them go on from the row above. */
export class RowDefinition {
  edges: number[] = [0];
  continued: boolean[] = [];
  #goesOn = false;

  define(word: string, value: number | null): void {
    switch (word) {
      case 'trowd':
        this.edges = [0];
        this.continued = [];
        break;
      case 'trleft':
        this.edges[0] = value ?? 0;
        break;
      case 'clvmrg':
        this.#goesOn = true;
        break;
      case 'cellx':
        this.edges.push(value ?? 0);
        this.continued.push(this.#goesOn);
        this.#goesOn = false;
        break;
    }
  }
}
