/** One measured figure beside its yardstick, taken in the same run: `ratio` = value ÷ the yardstick's value. */
export interface BenchResult {
  name: string;
  value: number;
  unit: string;
  yardstick: string;
  ratio: number;
  budget: string;
  ok: boolean;
}
