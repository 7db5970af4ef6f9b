metadata description = 'Application Insights on a Log Analytics workspace.'

@description('Base of the names.')
param name string

@description('Azure region.')
param location string

@description('Tags on the resources.')
param tags { *: string }

@description('How long telemetry is kept, in days.')
param retentionInDays int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionInDays
    features: {
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    // The API has no users of its own to tell apart: addresses of readers are not kept.
    DisableIpMasking: false
  }
}

@description('Who is told by e-mail; empty for nobody.')
param alertEmail string

resource receivers 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-alerts'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'opendata'
    enabled: true
    emailReceivers: empty(alertEmail)
      ? []
      : [
          {
            name: 'operator'
            emailAddress: alertEmail
            useCommonAlertSchema: true
          }
        ]
  }
}

var alerts = [
  {
    name: 'damaged'
    title: 'Published data are damaged'
    window: 'PT1H'
    // A failed run is exported as its exception: the line that was logged is not sent, only its placeholders are.
    query: '''
union traces, exceptions
| where (itemType == "exception" and tostring(customDimensions.Job) == "VerifyReleases")
  or message has "is damaged" or outerMessage has "is damaged"
'''
  }
  {
    name: 'unavailable'
    title: 'Data cannot be served'
    window: 'PT15M'
    query: 'requests | where resultCode == "503"'
  }
]

resource alert 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [
  for rule in alerts: {
    name: '${name}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      severity: 1
      enabled: true
      evaluationFrequency: 'PT15M'
      windowSize: rule.window
      scopes: [insights.id]
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
          }
        ]
      }
      actions: {
        actionGroups: [receivers.id]
      }
    }
  }
]

@description('Where telemetry goes. It names the instance and lets nobody read it.')
output connectionString string = insights.properties.ConnectionString
