export interface JoinableSchool {
  uai: string;
  name: string;
  town: string;
  departmentCode: string | null;
}
