; Installs Bocage on Windows for one user, without asking for an administrator.
; Prepared, not tried: it compiles, but was never run on Windows. See README.md in this folder.
;
;   makensis /DVERSION=0.1.0 /DPROGRAM=C:\path\to\dist\bocage packaging\windows\bocage.nsi

Unicode true
!include "MUI2.nsh"

!ifndef VERSION
  !error "say which version: /DVERSION=…"
!endif
!ifndef PROGRAM
  !define PROGRAM "..\..\dist\bocage"
!endif
!ifndef ICON
  !define ICON "..\..\build\icons\bocage.ico"
!endif

!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Bocage"

Name "Bocage"
OutFile "..\..\dist\Bocage-${VERSION}-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\Bocage"
InstallDirRegKey HKCU "Software\Bocage" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Bocage"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Bocage"
VIAddVersionKey "LegalCopyright" "Apache License 2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\bocage.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first language is the one for everybody whose own is not here.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"

LangString FARM_FILE ${LANG_ENGLISH} "Bocage farm"
LangString FARM_FILE ${LANG_FRENCH} "Ferme Bocage"
LangString STILL_OPEN ${LANG_ENGLISH} "Bocage is still open. Close its window, then try again."
LangString STILL_OPEN ${LANG_FRENCH} "Bocage est encore ouvert. Fermez sa fenêtre, puis recommencez."
LangString NOT_OURS ${LANG_ENGLISH} "This folder holds other files. Choose an empty one."
LangString NOT_OURS ${LANG_FRENCH} "Ce dossier contient d’autres fichiers. Choisissez un dossier vide."

; A program that runs cannot be replaced: a file of it that cannot be opened for writing says so.
!macro StopWhileOpen
  IfFileExists "$INSTDIR\bocage.exe" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\bocage.exe" a
  IfErrors open
  FileClose $0
  Goto closed
  open:
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(STILL_OPEN)" /SD IDOK
    Abort
  closed:
!macroend

; Only a folder that is empty or already holds Bocage is taken, because an update clears it.
!macro StopInForeignFolder
  IfFileExists "$INSTDIR\bocage.exe" ours
  IfFileExists "$INSTDIR\*.*" 0 ours
  FindFirst $0 $1 "$INSTDIR\*"
  look:
    StrCmp $1 "" empty
    StrCmp $1 "." next
    StrCmp $1 ".." next
    FindClose $0
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NOT_OURS)" /SD IDOK
    Abort
  next:
    FindNext $0 $1
    Goto look
  empty:
    FindClose $0
  ours:
!macroend

!macro RemoveProgram
  Delete "$INSTDIR\bocage.exe"
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
!macroend

!macro TellTheDesktop
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section "Bocage"
  !insertmacro StopInForeignFolder
  !insertmacro StopWhileOpen
  ; What an earlier version left would be loaded in the place of what is new.
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Bocage.lnk" "$INSTDIR\bocage.exe"

  WriteRegStr HKCU "Software\Bocage" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${CLASSES}\.bocage" "" "Bocage.Farm"
  WriteRegStr HKCU "${CLASSES}\.bocage" "Content Type" "application/x-bocage"
  WriteRegStr HKCU "${CLASSES}\Bocage.Farm" "" "$(FARM_FILE)"
  WriteRegStr HKCU "${CLASSES}\Bocage.Farm\DefaultIcon" "" "$INSTDIR\bocage.exe,0"
  WriteRegStr HKCU "${CLASSES}\Bocage.Farm\shell\open\command" "" '"$INSTDIR\bocage.exe" "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Bocage"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\bocage.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  !insertmacro TellTheDesktop
SectionEnd

; The farms, the copies and the preferences lie in $LOCALAPPDATA\Bocage and are left there.
Section "Uninstall"
  !insertmacro StopWhileOpen
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Bocage.lnk"
  DeleteRegKey HKCU "${CLASSES}\Bocage.Farm"
  ReadRegStr $0 HKCU "${CLASSES}\.bocage" ""
  StrCmp $0 "Bocage.Farm" 0 others
  DeleteRegKey HKCU "${CLASSES}\.bocage"
  others:
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Bocage"
  !insertmacro TellTheDesktop
SectionEnd
