export interface SourceFile {
  path: string;
  text: string;
}

export interface BudgetReport {
  figures: string[];
  problems: string[];
}
