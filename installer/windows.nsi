; The Windows installer: for the whole machine, Latvian and English, with a shortcut and a way to remove it.
; makensis -DVERSION=0.1.0 -DFOLDER=..\dist\commission-app -DTARGET=..\dist\commission-app-setup.exe windows.nsi
; The data of the office are never touched: neither by an upgrade nor by removing the program.
Unicode true
SetCompressor /SOLID lzma
!include "MUI2.nsh"
!include "x64.nsh"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\CommissionApp"

Name "Commission App"
OutFile "${TARGET}"
InstallDir "$PROGRAMFILES64\Commission App"
RequestExecutionLevel admin

!define MUI_ICON "..\build\commission-app.ico"
!define MUI_UNICON "..\build\commission-app.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\commission-app-window.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "..\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Latvian"
!insertmacro MUI_LANGUAGE "English"

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK "Commission App: 64-bit Windows."
    Abort
  ${EndIf}
  SetRegView 64
FunctionEnd

Section "Commission App"
  SetShellVarContext all
  ; An older version's files must not mix with the new ones.
  RMDir /r "$INSTDIR\lib"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*.*"
  File "..\LICENSE"
  CreateShortcut "$SMPROGRAMS\Commission App.lnk" "$INSTDIR\commission-app-window.exe"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKLM "${KEY}" "DisplayName" "Commission App"
  WriteRegStr HKLM "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${KEY}" "DisplayIcon" "$INSTDIR\commission-app-window.exe"
  WriteRegStr HKLM "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKLM "${KEY}" "NoModify" 1
  WriteRegDWORD HKLM "${KEY}" "NoRepair" 1
SectionEnd

Function un.onInit
  SetRegView 64
FunctionEnd

Section "Uninstall"
  SetShellVarContext all
  Delete "$SMPROGRAMS\Commission App.lnk"
  RMDir /r "$INSTDIR\lib"
  Delete "$INSTDIR\commission-app.exe"
  Delete "$INSTDIR\commission-app-window.exe"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKLM "${KEY}"
SectionEnd
