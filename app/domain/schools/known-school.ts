export interface KnownSchool {
  uai: string;
  name: string;
  town: string;
  departmentCode: string | null;
  status: string;
  hasSeconde: boolean;
  secondeEnrolment: number | null;
  hasHead: boolean;
  hasOffice: boolean;
}
